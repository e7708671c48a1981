import { useEffect, useState } from "preact/hooks";

/** Text that narrows while it is typed, once the typing pauses. */
export function TextField({ label, value, onText }: { label: string; value: string; onText: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onText(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="field">
      <label>{label}<input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
    </div>
  );
}
