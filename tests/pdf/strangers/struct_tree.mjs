// The structure tree of each page as pdf.js reads it: "Role(child child …)", text as "…", one page a line. Of several
// files, the line "file N" comes before each.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

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

const files = process.argv.slice(2);
for (const [index, file] of files.entries()) {
  if (files.length > 1) {
    console.log(`file ${index + 1}`);
  }
  const data = new Uint8Array(readFileSync(file));
  const document = await getDocument({ data, verbosity: 0 }).promise;
  for (let number = 1; number <= document.numPages; ++number) {
    const page = await document.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const tree = await page.getStructTree();
    console.log(tree === null ? "no tree" : shown(tree, textOfContent(content.items)));
  }
  await document.destroy();
}
