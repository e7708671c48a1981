import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Dataset } from "./data/dataset";
import { decisions, onDecision, type Decision } from "./data/decisions";

export const DataContext = createContext<Dataset | null>(null);

export function useData(): Dataset {
  const data = useContext(DataContext);
  if (!data) throw new Error("no data");
  return data;
}

/** The decisions made so far; the component follows them. */
export function useDecisions(): Decision[] {
  const [made, setMade] = useState(decisions);
  useEffect(() => onDecision(() => setMade(decisions())), []);
  return made;
}
