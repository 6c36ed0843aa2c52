// The structure tree of each page as pdf.js reads it: "Role(child child …)", text as "…", one page a line.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const data = new Uint8Array(readFileSync(process.argv[2]));
const document = await getDocument({ data, verbosity: 0 }).promise;

function textOfContent(items) {
  const texts = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === "beginMarkedContentProps") {
      open.push(item.id);
    } else if (item.type === "beginMarkedContent") {
      open.push(null);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      const id = open.findLast((entry) => entry !== null);
      texts.set(id, (texts.get(id) ?? "") + item.str);
    }
  }
  return texts;
}

function shown(node, texts) {
  if (node.type === "content") {
    return JSON.stringify((texts.get(node.id) ?? "").trim());
  }
  if (node.type === "annotation" || node.type === "object") {
    return "@";
  }
  const alternative = node.alt ? `[${node.alt}]` : "";
  return `${node.role}${alternative}(${(node.children ?? []).map((child) => shown(child, texts)).join(" ")})`;
}

for (let number = 1; number <= document.numPages; ++number) {
  const page = await document.getPage(number);
  const content = await page.getTextContent({ includeMarkedContent: true });
  const tree = await page.getStructTree();
  console.log(tree === null ? "no tree" : shown(tree, textOfContent(content.items)));
}
await document.destroy();
