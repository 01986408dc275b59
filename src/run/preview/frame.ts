/**
 * The empty page inside the preview that a brief is put into. Nothing runs in it and it fetches nothing,
 * whatever it is filled with: the policy is that of a published page, and it is sandboxed besides.
 */
import type { LocalResponse } from '../../host/server/serve-locally.ts';

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-same-origin',
].join('; ');

const body =
  '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Brief</title></head><body></body></html>\n';

export const emptyFrame: LocalResponse = {
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
  body,
};
