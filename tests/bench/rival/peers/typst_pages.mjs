// The letter and the report in Typst, by its compiler inside this process, warm. Usage: typst_pages.mjs FOLDER
// A template is filled from JSON. Every round says something else in each paragraph: what Typst remembers of the text of
// the round before would not help anyone who writes to another person.
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const folder = process.argv[2];
const template = `
#let request = json(bytes(sys.inputs.request))
#set document(title: request.type)
#set page(paper: "a4", margin: (x: 24.6mm, y: 20mm), footer: context [
  #set text(9pt)
  #request.case_ref #h(1fr) Page #counter(page).display() of #counter(page).final().first()])
#set text(font: "Liberation Sans", size: 12pt, lang: "en", region: "gb")
#let addressee = request.case.recipient
#addressee.title #addressee.name \\
#addressee.address.join(linebreak())

Date: 9 November 2026 \\
Our reference: #request.case_ref

= #request.type

Dear #addressee.title #addressee.name

#for paragraph in request.fields.at("paragraphs", default: ()) [#paragraph #parbreak()]
#for part in request.fields.at("parts", default: ()) [
  == #part.heading
  #for paragraph in part.paragraphs [#paragraph #parbreak()]
]

Yours sincerely

#v(12mm)
#let officer = request.case.officer
#officer.name \\ #officer.post \\ #officer.phone
`;

const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: ["/usr/share/fonts/truetype/liberation2"] }] });

function make(request) {
  compiler.evictCache(10);
  return compiler.pdf({ mainFileContent: template, inputs: { request: JSON.stringify(request) } });
}

function measure(file, rounds) {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  const times = [];
  let pdf;
  for (let round = -2; round < rounds; ++round) {
    const request = JSON.parse(text);
    const fields = request.fields;
    request.case_ref = `EN/2026/${20000 + round}`;
    fields.paragraphs = fields.paragraphs?.map((paragraph, index) => `${round + 100}.${index} ${paragraph}`) ?? [];
    for (const part of fields.parts ?? []) {
      part.paragraphs = part.paragraphs.map((paragraph, index) => `${round + 100}.${index} ${paragraph}`);
    }
    const begin = performance.now();
    pdf = make(request);
    if (round >= 0) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const pages = Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  return [times[rounds >> 1].toFixed(3), pages, pdf.length];
}

console.log(["Typst (typst.ts 0.7.0)", ...measure("letter.json", 40), ...measure("report.json", 5)].join("\t"));
