import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../../../src/render/pdf/srgb-profile.ts';

const profile = Buffer.from(srgbProfile());

function tag(signature: string): Buffer {
  for (let index = 0; index < profile.readUInt32BE(128); index += 1) {
    const at = 132 + index * 12;
    if (profile.toString('latin1', at, at + 4) !== signature) continue;
    const offset = profile.readUInt32BE(at + 4);
    return profile.subarray(offset, offset + profile.readUInt32BE(at + 8));
  }
  throw new Error(`the profile has no ${signature}`);
}

describe('srgbProfile', () => {
  it('is a monitor profile of version 2 for RGB, as long as it says', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    expect(profile[8]).toBe(2);
    expect(profile.toString('latin1', 36, 40)).toBe('acsp');
  });

  it('has primaries that add up to the white point', () => {
    const xyz = (name: string) =>
      [8, 12, 16].map((offset) => tag(name).readInt32BE(offset) / 0x10000);
    const white = xyz('wtpt');
    const sum = [0, 1, 2].map((index) =>
      ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, name) => total + (xyz(name)[index] ?? 0), 0),
    );
    white.forEach((value, index) => {
      expect(sum[index]).toBeCloseTo(value, 3);
    });
  });

  it('has the curve of sRGB', () => {
    const curve = tag('rTRC');
    const at = (index: number) => curve.readUInt16BE(12 + index * 2) / 0xffff;
    expect(curve.readUInt32BE(8)).toBe(256);
    expect(at(0)).toBe(0);
    expect(at(255)).toBe(1);
    expect(at(188)).toBeCloseTo(0.503, 3);
  });

  it('has every tag that a profile of this kind must have', () => {
    for (const name of ['desc', 'cprt', 'wtpt', 'rTRC', 'gTRC', 'bTRC'])
      expect(tag(name).length).toBeGreaterThan(8);
  });
});
