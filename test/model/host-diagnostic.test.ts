/** Failures of the machine as something to tell the author. */
import { expect, test } from 'vitest';
import { environmentCodes } from '../../src/model/codes/environment.ts';
import { codes } from '../../src/model/codes.ts';
import { HostError } from '../../src/model/host.ts';
import { hostDiagnostic } from '../../src/model/host-diagnostic.ts';

test('a failure of the host is an error of the environment, in the host’s words', () => {
  const error = new HostError('disk-full', 'cannot write /out/a.pdf: the disk is full');
  expect(hostDiagnostic(error, { brief: 'a' })).toEqual({
    code: 'disk-full',
    severity: 'error',
    message: 'cannot write /out/a.pdf: the disk is full',
    hint: expect.stringContaining('free some space'),
    brief: 'a',
  });
});

test('a hint that the host gave is better than the one in the table', () => {
  const error = new HostError('locked', 'out is in use by another run', { hint: 'wait' });
  expect(hostDiagnostic(error)).toMatchObject({ code: 'folder-locked', hint: 'wait' });
});

test('no other area has a code of the environment', () => {
  for (const [code, entry] of Object.entries(environmentCodes)) {
    expect(Object.entries(codes).find(([name]) => name === code)?.[1], code).toBe(entry);
  }
});
