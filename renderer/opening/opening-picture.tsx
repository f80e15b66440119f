/** Areas of an invented place around a new site, drawn with the map's own colours: what Closer is about, in one look. */
export function OpeningPicture() {
  return (
    <svg
      className="opening-picture"
      viewBox="0 0 640 900"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      {cells.map(({points, band, delay}) => (
        <polygon key={points} points={points} className={`cell cell-${band}`} style={{animationDelay: `${delay}ms`}} />
      ))}
      <path className="picture-river" d="M-20 640C110 600 150 520 250 505S420 560 500 470 600 300 660 280" />
      {[110, 200, 300].map((radius) => (
        <circle key={radius} className="picture-ring" cx={CENTRE.x} cy={CENTRE.y} r={radius} />
      ))}
      <path className="picture-site" d={`M${CENTRE.x} ${CENTRE.y - 17}l17 17-17 17-17-17Z`} />
      {[
        [130, 190],
        [520, 650],
        [210, 760],
      ].map(([x, y]) => (
        <circle key={`${x}`} className="picture-old" cx={x} cy={y} r="9" />
      ))}
    </svg>
  );
}

const CENTRE = {x: 352, y: 404};
const STEP = 58;

interface Cell {
  points: string;
  band: number;
  delay: number;
}

/** A jittered grid of quadrilaterals, coloured by how far they are from the nearest site. Always the same. */
function makeCells(): Cell[] {
  let seed = 7;
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648 - 0.5;
  };
  const columns = 13;
  const rows = 17;
  const corner = Array.from({length: rows + 1}, (_, row) =>
    Array.from({length: columns + 1}, (__, column) => ({
      x: (column - 0.9 + chance() * 0.62 + (row % 2) * 0.22) * STEP,
      y: (row - 0.6 + chance() * 0.62) * STEP,
    })),
  );
  const cells: Cell[] = [];
  const sites = [CENTRE, {x: 130, y: 190}, {x: 520, y: 650}, {x: 210, y: 760}];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const corners = [
        corner[row]![column]!,
        corner[row]![column + 1]!,
        corner[row + 1]![column + 1]!,
        corner[row + 1]![column]!,
      ];
      const x = corners.reduce((sum, each) => sum + each.x, 0) / 4;
      const y = corners.reduce((sum, each) => sum + each.y, 0) / 4;
      const far = Math.min(...sites.map((site) => Math.hypot(site.x - x, site.y - y)));
      const band = Math.min(6, Math.floor((far + chance() * 34) / 46));
      cells.push({
        points: corners.map((each) => `${each.x.toFixed(1)},${each.y.toFixed(1)}`).join(' '),
        band: Math.max(0, band),
        delay: far * 0.9,
      });
    }
  }
  return cells;
}

const cells = makeCells();
