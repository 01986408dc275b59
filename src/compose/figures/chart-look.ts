/** What the charts of one brief look like: its language, the office's colours and its font for labels. */
import { directionOf } from '../../model/direction.ts';
import { say, type ViewContext } from '../view/context.ts';
import type { ChartLook } from './chart.ts';
import { coloursFrom } from './colours.ts';

// As in templates/shared/base.css, for an office that names none.
const houseAccent = '#0d4f63';
const houseInk = '#15191c';
const houseFont = 'Source Sans 3';

/** context, unit of a figure's numbers → look. */
export function chartLook(context: ViewContext, unit: string | undefined): ChartLook {
  const [publisher] = context.records.publisher.values();
  const { accent = houseAccent, ink = houseInk, muted, sans } = publisher?.data.theme ?? {};
  return {
    lang: context.lang,
    dir: directionOf(context.lang),
    colours: coloursFrom(accent, ink, muted),
    fonts: sans === undefined || sans === houseFont ? [houseFont] : [sans, houseFont],
    missing: say(context, 'missing'),
    unit: unit === '%' ? unit : undefined,
  };
}
