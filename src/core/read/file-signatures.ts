/**
 * What a file is by its first bytes, never by its name: planners rename files, and browsers add “(1)” and “.txt”.
 *
 * A form that Closer reads has a name; any other that is met in practice has the words that say what it is instead.
 */
export type Form = 'text' | 'gzip' | 'zip' | 'osm-pbf' | 'geopackage';

export type Sniffed = {form: Form} | {say: string};

interface Signature {
  at: number;
  bytes: string;
  is: Sniffed;
}

const UNPACK = 'unpack it first and give Closer the file inside';

const SIGNATURES: readonly Signature[] = [
  {at: 0, bytes: '1f8b', is: {form: 'gzip'}},
  {at: 0, bytes: '504b0304', is: {form: 'zip'}},
  {at: 0, bytes: '504b0506', is: {say: 'is a zip file with nothing in it: download it again'}},
  {at: 0, bytes: '504b0708', is: {say: 'is one part of a zip file split into several: join the parts first'}},
  {at: 0, bytes: 'fd377a585a00', is: {say: `is compressed with xz: ${UNPACK}`}},
  {at: 0, bytes: '425a68', is: {say: `is compressed with bzip2: ${UNPACK}`}},
  {at: 0, bytes: '377abcaf271c', is: {say: `is a 7-Zip archive: ${UNPACK}`}},
  {at: 0, bytes: '526172211a07', is: {say: `is a RAR archive: ${UNPACK}`}},
  {at: 0, bytes: '28b52ffd', is: {say: `is compressed with Zstandard: ${UNPACK}`}},
  {at: 257, bytes: '7573746172', is: {say: `is a tar archive: ${UNPACK}`}},
  {
    at: 0,
    bytes: '255044462d',
    is: {say: 'is a PDF document: ask the publisher for the table itself, as CSV or GeoJSON'},
  },
  {
    at: 0,
    bytes: 'd0cf11e0a1b11ae1',
    is: {say: 'is an old Excel workbook or one locked with a password: save it as CSV, or as .xlsx without a password'},
  },
  {at: 0, bytes: '89504e47', is: {say: 'is a picture: Closer reads tables, boundaries and streets'}},
  {at: 0, bytes: 'ffd8ff', is: {say: 'is a photograph: Closer reads tables, boundaries and streets'}},
  {at: 0, bytes: '47494638', is: {say: 'is a picture: Closer reads tables, boundaries and streets'}},
  {at: 0, bytes: '49492a00', is: {say: 'is a TIFF picture or grid: Closer reads tables, boundaries and streets'}},
  {at: 0, bytes: '4d4d002a', is: {say: 'is a TIFF picture or grid: Closer reads tables, boundaries and streets'}},
  {at: 0, bytes: '53514c69746520666f726d6174203300', is: {form: 'geopackage'}},
  {at: 0, bytes: '504d54696c6573', is: {say: 'holds map tiles (PMTiles), a background map and not evidence'}},
  {at: 0, bytes: '50415231', is: {say: 'is a Parquet file: save the table as CSV'}},
  {
    at: 0,
    bytes: '0000270a',
    is: {say: 'is one part of a shapefile: give Closer the zip with the .shp, .dbf and .prj together'},
  },
  {at: 0, bytes: '7f454c46', is: {say: 'is a program and not evidence'}},
  {at: 0, bytes: '4d5a9000', is: {say: 'is a program and not evidence'}},
];

/** A PBF opens with a four-byte length, then a BlobHeader whose first field is the word OSMHeader. */
const OSM_HEADER = '0a094f534d486561646572';

export function sniff(head: Uint8Array): Sniffed {
  const hex = toHex(head.subarray(0, 512));
  if (hex.slice(8, 8 + OSM_HEADER.length) === OSM_HEADER) return {form: 'osm-pbf'};
  const found = SIGNATURES.find(({at, bytes}) => hex.startsWith(bytes, at * 2));
  return found?.is ?? {form: 'text'};
}

function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
