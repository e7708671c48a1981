import { useData, useDecisions } from "../context";
import { decide } from "../data/decisions";
import { rejectMention, retypeMention } from "../data/name_rows";
import type { Source } from "../data/source";
import { spotOf, targetOf } from "../data/spots";
import type { Item, Kind, MentionRow } from "../data/types";
import { useKeptFocus } from "../kept_focus";
import { Decided } from "./decided";
import { EntityLink, Foreign, KIND_WORDS } from "./words";

/** Every name that was read in an item, to be rejected or called another kind where it is none. */
export function ItemNames({ item, source }: { item: Item; source: Source }) {
  const names = source.mentions.filter((row) => row.item_id === item.item_id);
  if (!names.length) return <p class="empty">No name was read here.</p>;
  return (
    <ul class="names">
      {names.map((mention) => <Name key={mention.start} item={item} source={source} mention={mention} />)}
    </ul>
  );
}

function Name({ item, source, mention }: { item: Item; source: Source; mention: MentionRow }) {
  const data = useData();
  const spot = spotOf(source, item.page_id, mention.start, mention.end);
  const made = useDecisions().find((one) => one.file === "mentions" && one.target === targetOf(spot));
  const row = useKeptFocus<HTMLLIElement>(made?.target);
  const kind = mention.entity_kind;
  const others = (Object.keys(KIND_WORDS) as Kind[]).filter((one) => one !== kind);
  return (
    <li ref={row}>
      <span><mark class={kind}><Foreign>{spot.words}</Foreign></mark></span>
      {!made && <span class="aside">
        {KIND_WORDS[kind][0]}{data.nameOf(kind, mention.entity_id) !== spot.words && <> <EntityLink kind={kind} id={mention.entity_id} /></>}
      </span>}
      {made ? <Decided decision={made} /> : (
        <span class="buttons">
          <button type="button" aria-label={`No name: ${spot.words}`} onClick={() => decide(rejectMention(spot))}>No name</button>
          {others.map((one) => (
            <button type="button" key={one} aria-label={`${spot.words}: ${KIND_WORDS[one][0]}`} onClick={() => decide(retypeMention(spot, one))}>
              {KIND_WORDS[one][0]}
            </button>
          ))}
        </span>
      )}
    </li>
  );
}
