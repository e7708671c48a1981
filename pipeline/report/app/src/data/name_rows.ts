import type { Decision } from "./decisions";
import { cellsAt, targetOf, type Spot } from "./spots";
import type { Entity, Kind } from "./types";

/** The rows of curation files that a decision on a name becomes (docs/curation.md). */

export function pairOf(kind: Kind, one: string, other: string): string { return [kind, ...[one, other].sort()].join(" "); }

export function rename(entity: Entity, name: string): Decision {
  return { ...onEntity(entity, "rename", name, `Call ${entity.name} “${name}”`), target: nameTarget(entity) };
}

export function retype(entity: Entity, kind: Kind): Decision {
  return onEntity(entity, "retype", kind, `${entity.name} is of the kind ${kind}, not ${entity.kind}`);
}

export function rejectEntity(entity: Entity): Decision {
  return onEntity(entity, "reject", "", `Reject: ${entity.name} is no ${entity.kind}`);
}

export function same(entity: Entity, other: Entity): Decision {
  const says = `Same ${entity.kind}: ${entity.name} and ${other.name}`;
  return { ...onEntity(entity, "same", other.id, says), target: pairOf(entity.kind, entity.id, other.id) };
}

/** The name `alias` is somebody else's. */
export function apart(entity: Entity, alias: string): Decision {
  const says = `Not the same ${entity.kind}: ${entity.name} and ${alias}`;
  return { ...onEntity(entity, "not_same", alias, says), target: pairOf(entity.kind, entity.id, alias) };
}

/** What an entity itself is, or that it is none: one such decision an entity. */
export function entityTarget(entity: Entity): string { return `${entity.kind} ${entity.id}`; }

/** What it is called, whatever it is. */
export function nameTarget(entity: Entity): string { return `name of ${entityTarget(entity)}`; }

export function rejectMention(spot: Spot): Decision {
  return onMention(spot, "reject", "", `Reject: “${spot.words}” is no name there`);
}

export function retypeMention(spot: Spot, kind: Kind): Decision {
  return onMention(spot, "retype", kind, `“${spot.words}” names a ${kind} there`);
}

/** The words name that person, organisation or place. */
export function assign(spot: Spot, entity: Entity): Decision {
  const says = `“${spot.words}” names ${entity.name} there`;
  const cells = { decision: "assign", ...cellsAt(spot), kind: entity.kind, entity: entity.id };
  return { file: "mentions", target: targetOf(spot), says, cells };
}

export function addMention(spot: Spot, kind: Kind): Decision {
  return onMention(spot, "add", kind, `Add: “${spot.words}” names a ${kind}`);
}

function onEntity(entity: Entity, decision: string, other: string, says: string): Decision {
  const cells = { decision, kind: entity.kind, entity: entity.id, other };
  return { file: "entities", target: entityTarget(entity), says, cells };
}

function onMention(spot: Spot, decision: string, kind: string, says: string): Decision {
  return { file: "mentions", target: targetOf(spot), says, cells: { decision, ...cellsAt(spot), kind } };
}
