import {strToU8, zipSync} from 'fflate';

/** Small files of other forms than text, written as the programs that make them write them. */

type Cell = string | number;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An Excel workbook with shared strings, as Excel writes it. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const strings: string[] = [];
  const files: Record<string, Uint8Array> = {'[Content_Types].xml': strToU8('<Types/>')};
  const names = Object.keys(sheets);
  for (const [index, name] of names.entries()) {
    const rows = sheets[name]!.flatMap((cells, row) => {
      if (cells.length === 0) return [];
      const inner = cells.map((cell, column) => {
        const reference = `${letters(column)}${row + 1}`;
        if (cell === '') return '';
        if (typeof cell === 'number') return `<c r="${reference}" s="2"><v>${cell}</v></c>`;
        strings.push(cell);
        return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
      });
      return [`<row r="${row + 1}" spans="1:${cells.length}">${inner.join('')}</row>`];
    });
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    );
  }
  const list = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const targets = names.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  files['xl/workbook.xml'] = strToU8(
    `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
  );
  files['xl/_rels/workbook.xml.rels'] = strToU8(`<Relationships>${targets.join('')}</Relationships>`);
  files['xl/sharedStrings.xml'] = strToU8(
    `<sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
  );
  return zipSync(files);
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** An OpenDocument spreadsheet, filled to its edge with repeated empty cells as LibreOffice does. */
export function openDocument(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const tables = Object.entries(sheets).map(([name, rows]) => {
    const inner = rows.map((cells) => {
      if (cells.length === 0)
        return '<table:table-row><table:table-cell table:number-columns-repeated="1024"/></table:table-row>';
      const written = cells.map((cell) =>
        typeof cell === 'number'
          ? `<table:table-cell office:value-type="float" office:value="${cell}" table:style-name="ce1"><text:p>${cell.toLocaleString('en-GB')}</text:p></table:table-cell>`
          : cell === ''
            ? '<table:table-cell/>'
            : `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`,
      );
      return `<table:table-row>${written.join('')}<table:table-cell table:number-columns-repeated="1000"/></table:table-row>`;
    });
    return `<table:table table:name="${escaped(name)}"><table:table-column/>${inner.join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`;
  });
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
  });
}

type Ring = readonly (readonly [number, number])[];

/** A zipped shapefile of polygons; outer rings must run clockwise. */
export function shapefile(
  headings: readonly string[],
  rows: readonly {cells: readonly string[]; rings: readonly Ring[]}[],
  projection: string,
): Uint8Array {
  const records = rows.map(({rings}, index) => {
    const points = rings.reduce((sum, ring) => sum + ring.length, 0);
    const bytes = new Uint8Array(8 + 44 + rings.length * 4 + points * 16);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, index + 1);
    view.setInt32(4, (bytes.length - 8) / 2);
    view.setInt32(8, 5, true);
    view.setInt32(44, rings.length, true);
    view.setInt32(48, points, true);
    let at = 52 + rings.length * 4;
    let before = 0;
    for (const [part, ring] of rings.entries()) {
      view.setInt32(52 + part * 4, before, true);
      before += ring.length;
      for (const [x, y] of ring) {
        view.setFloat64(at, x, true);
        view.setFloat64(at + 8, y, true);
        at += 16;
      }
    }
    return bytes;
  });
  const head = new Uint8Array(100);
  new DataView(head.buffer).setInt32(0, 9994);
  const width = 20;
  const start = 32 + headings.length * 32 + 1;
  const table = new Uint8Array(start + rows.length * (1 + headings.length * width)).fill(32);
  const view = new DataView(table.buffer);
  table.fill(0, 0, start);
  table[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, start, true);
  view.setUint16(10, 1 + headings.length * width, true);
  for (const [index, heading] of headings.entries()) {
    table.set(strToU8(heading), 32 + index * 32);
    table[32 + index * 32 + 16] = width;
  }
  table[start - 1] = 0x0d;
  for (const [row, {cells}] of rows.entries())
    for (const [index, cell] of cells.entries())
      table.set(strToU8(cell), start + row * (1 + headings.length * width) + 1 + index * width);
  const shp = new Uint8Array([...head, ...records.flatMap((bytes) => [...bytes])]);
  return zipSync({
    'areas/areas.shp': shp,
    'areas/areas.dbf': table,
    'areas/areas.prj': strToU8(projection),
    'areas/areas.shx': strToU8('x'),
  });
}

export const BRITISH_GRID =
  'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0]]';
