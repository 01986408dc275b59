import { expect, test } from 'vitest';
import { splitPage } from '../../../src/run/preview/split-page.ts';

test('takes all style sheets out of the head, and leaves what stands in the body', () => {
  const page =
    '<head><style>a { b: c }</style><title>T</title><style media="screen">\nd</style></head><body><style>e</style></body>';
  expect(splitPage(page)).toEqual({
    html: '<head><title>T</title></head><body><style>e</style></body>',
    css: 'a { b: c }\n\nd',
  });
});

test('a page without a sheet, or without the end of its head, is split as well', () => {
  expect(splitPage('<p>words</p>')).toEqual({ html: '<p>words</p>', css: '' });
  expect(splitPage('<style>a</style><p>words</p>').css).toBe('a');
});
