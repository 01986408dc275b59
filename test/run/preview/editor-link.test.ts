import { expect, test } from 'vitest';
import { editors, editorTemplate, linkTo } from '../../../src/run/preview/editor-link.ts';

const spot = { file: 'data/briefs/a b#1.yaml', line: 12, column: 5 };

test('leads to a line and a column of a file, whatever its folder is called', () => {
  expect(linkTo('vscode://file/{path}:{line}:{column}', '/home/é d/x', spot).href).toBe(
    'vscode://file/home/%C3%A9%20d/x/data/briefs/a%20b%231.yaml:12:5',
  );
  expect(linkTo('vscode://file/{path}:{line}:{column}', 'C:\\work', spot).href).toBe(
    'vscode://file/C:/work/data/briefs/a%20b%231.yaml:12:5',
  );
  expect(linkTo('idea://open?file={path}&line={line}', '/x', spot).href).toBe(
    'idea://open?file=/x/data/briefs/a%20b%231.yaml&line=12',
  );
});

test('knows editors by name, and takes an address of one’s own', () => {
  for (const [name, template] of editors) expect(editorTemplate(name)).toBe(template);
  expect(editorTemplate('nvim://{path}?{line}')).toBe('nvim://{path}?{line}');
});

test.each([
  'no-such-editor',
  'vscode://file/',
  'javascript:alert({path})',
  'https://evil.example/{path}',
  'data:text/html,{path}',
])('refuses %s', (text) => {
  expect(editorTemplate(text)).toBeUndefined();
});
