import { render } from "preact";
import { App } from "./app";
import { DataContext } from "./context";
import { Dataset } from "./data/dataset";

const root = document.getElementById("app");
if (root) {
  root.replaceChildren();
  render(<DataContext.Provider value={new Dataset()}><App /></DataContext.Provider>, root);
}
