import {count} from '../words/numbers.ts';
import {BAND_OPACITY, COLOURS} from './colours.ts';
import type {LegendLine} from './legend-classes.ts';
import type {Picture} from './picture.ts';
import {BAND_MINUTES} from './use-picture.ts';

/** What the colours mean, and how many people live in each: a strip along the foot of the map. */
export function Legend({picture: {classes, bands, theme}}: {picture: Picture}) {
  if (bands) {
    const {accent} = COLOURS[theme];
    return (
      <div className="legend">
        <p className="legend-title">Minutes to the site</p>
        <ul className="legend-strip">
          {BAND_MINUTES.map((minutes, index) => (
            <li key={minutes}>
              <span
                className="legend-colour"
                style={{background: accent, opacity: 1 - (1 - BAND_OPACITY) ** (BAND_MINUTES.length - index)}}
              />
              within {minutes}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (classes.lines.length === 0) return null;
  return (
    <div className="legend number">
      <p className="legend-title">
        {classes.title} <span className="quiet">and residents</span>
      </p>
      {classes.hint ? (
        <p className="legend-hint">{classes.hint}</p>
      ) : (
        <ul className="legend-strip">
          {classes.lines.map((line) => (
            <li key={line.label} title={`${line.full}: ${count(line.people)} residents`}>
              <Colour of={line.colour} />
              <span>{line.label}</span>
              <span className="legend-people">{count(line.people)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Colour({of}: {of: LegendLine['colour']}) {
  const named = of === 'hatch' || of === 'none';
  return (
    <span className={named ? `legend-colour legend-${of}` : 'legend-colour'} style={named ? {} : {background: of}} />
  );
}
