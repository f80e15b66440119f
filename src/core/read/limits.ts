/**
 * How much one file may ask of the machine. Everything published that Closer reads is far below these; a file beyond them
 * is refused with a sentence, so that neither a damaged nor a hostile file can exhaust memory or an afternoon.
 */
export const LIMITS = {
  /** A zip is held in memory while it is read, because its table of contents stands at its end. */
  zipBytes: 400_000_000,
  /** What one packed file may grow to. Rows stream, so this bounds time and not memory. */
  unpackedBytes: 4_000_000_000,
  /** Deflate cannot do better than 1032 : 1; real tables reach 30 : 1. Judged once `ratioFrom` bytes have come out. */
  ratio: 250,
  ratioFrom: 50_000_000,
  /** Entries of a zip that are worth looking at. */
  zipEntries: 5_000,
  /** Characters in one line of a table; a travel-time matrix of 50,000 sites stays below a tenth of it. */
  lineLength: 4_000_000,
  /** Spaces and empty lines before anything else. */
  blankLetters: 1_000_000,
  /** Lines inside one pair of quotation marks, beyond which the mark was a stray one. */
  quotedLines: 100,
  /** Characters of one feature, and of any other member of a JSON file. */
  featureLength: 100_000_000,
  memberLength: 150_000_000,
  /** Brackets within brackets. GeoJSON needs eight. */
  depth: 64,
  /** Points of all shapes together, 16 bytes each. */
  points: 25_000_000,
  /** Rows kept in memory from one file. */
  rows: 10_000_000,
  sites: 500_000,
  columns: 20_000,
  /** Rows that are named one by one; beyond it they are only counted. */
  refusalsKept: 1_000,
} as const;
