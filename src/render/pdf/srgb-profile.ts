/**
 * An ICC profile of sRGB, made from the numbers of its specification: a monitor profile of version 2
 * with three primaries and one tone curve. Made here, because those that can be had are under other
 * terms or larger than the text of a brief.
 * Source: IEC 61966-2-1:1999 (sRGB); ICC.1:2001-04 (profile format 2.4).
 */

/** → the profile, the same bytes each time (about 800). */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [signature: string, data: Buffer])[] = [
    ['desc', description('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(whiteD50)],
    ['rXYZ', xyz([0.4360747, 0.2225045, 0.0139322])],
    ['gXYZ', xyz([0.3850649, 0.7168786, 0.0971045])],
    ['bXYZ', xyz([0.1430804, 0.0606169, 0.7141733])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const offsets = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let offset = HEADER_SIZE + 4 + tags.length * 12;
  for (const [, data] of tags) {
    if (offsets.has(data)) continue;
    offsets.set(data, offset);
    const padded = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  tags.forEach(([signature, data], index) => {
    table.write(signature, 4 + index * 12, 'latin1');
    table.writeUInt32BE(offsets.get(data) ?? 0, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  });
  return Buffer.concat([header(offset), table, ...parts]);
}

const HEADER_SIZE = 128;

/** The illuminant of the profile connection space. Source: ICC.1:2001-04, 6.1.10. */
const whiteD50 = [0.9642, 1, 0.8249] as const;

/** Source: ICC.1:2001-04, 6.1; the date is that of the sRGB standard. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_SIZE);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  [1999, 10, 1, 0, 0, 0].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + index * 2);
  });
  bytes.write('acsp', 36, 'latin1');
  xyz(whiteD50).copy(bytes, 68, 8);
  return bytes;
}

/** The transfer function of sRGB, sampled. Source: IEC 61966-2-1, 5.2. */
function toneCurve(): Buffer {
  const samples = 256;
  const bytes = Buffer.alloc(12 + samples * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(samples, 8);
  for (let index = 0; index < samples; index += 1) {
    const encoded = index / (samples - 1);
    const linear = encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 0xffff), 12 + index * 2);
  }
  return bytes;
}

/** Numbers as s15Fixed16. The primaries are those of sRGB adapted to D50 (Bradford). */
function xyz(values: readonly [number, number, number]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write('XYZ ', 0, 'latin1');
  values.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 0x10000), 8 + index * 4);
  });
  return bytes;
}

function text(value: string): Buffer {
  return Buffer.concat([
    Buffer.from('text\0\0\0\0', 'latin1'),
    Buffer.from(`${value}\0`, 'latin1'),
  ]);
}

/** textDescriptionType: ASCII, then an empty Unicode and an empty Macintosh text. */
function description(value: string): Buffer {
  const ascii = Buffer.from(`${value}\0`, 'latin1');
  const head = Buffer.alloc(12);
  head.write('desc', 0, 'latin1');
  head.writeUInt32BE(ascii.length, 8);
  return Buffer.concat([head, ascii, Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
}
