import { useEffect, useRef } from "preact/hooks";
import type { Ref } from "preact";

/** A container whose first button takes the focus when `state` changes and so puts others in its place. */
export function useKeptFocus<Container extends HTMLElement>(state: unknown): Ref<Container> {
  const container = useRef<Container>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    container.current?.querySelector<HTMLElement>("button, input, select")?.focus();
  }, [state]);
  return container;
}
