/** Checks of single kinds of element: headings, figures, notes. */

import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import type { PdfView } from '../open-pdf.ts';
import type { Rule } from '../rule.ts';
import { spokenText } from '../spoken-text.ts';
import { pageOf, type Tag, tagsIn, withRole } from '../tags.ts';

export const elementRules: readonly Rule[] = [
  {
    code: 'pdf-heading-skipped',
    requirement: 'headings start at level 1 and skip none on the way down',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.4.2; Matterhorn 14-002 and 14-003',
    check: (view) => {
      const headings = withRole(view.tags, /^H[1-6]$/);
      if (headings.length === 0) return undefined;
      let before = 0;
      return headings.flatMap((tag) => {
        const level = Number(tag.role?.slice(1));
        const isSkipping = level > before + 1;
        const slots = { heading: shortened(spokenText(view, tag)), level, before };
        before = level;
        return isSkipping ? [diagnose('pdf-heading-skipped', slots)] : [];
      });
    },
  },
  {
    code: 'pdf-heading-mixed',
    requirement: 'headings are either all numbered or all plain, and plain ones stand alone',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.4.4; Matterhorn 14-006 and 14-007',
    check: (view) => {
      const plain = withRole(view.tags, /^H$/);
      if (plain.length === 0) return withRole(view.tags, /^H[1-6]$/).length === 0 ? undefined : [];
      const problems: string[] = [];
      if (withRole(view.tags, /^H[1-6]$/).length > 0) problems.push('H stands beside H1 to H6');
      if (plain.some((tag) => siblings(tag).filter(({ role }) => role === 'H').length > 1))
        problems.push('two of H in one element');
      return problems.map((problem) => diagnose('pdf-heading-mixed', { problem }));
    },
  },
  {
    code: 'pdf-figure-alt-missing',
    requirement: 'every figure has an alternative text',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.3 and 7.7; Matterhorn 13-004 and 17-002',
    check: (view) => {
      const figures = withRole(view.tags, /^(?:Figure|Formula)$/);
      if (figures.length === 0) return undefined;
      return figures
        .filter(({ alt, actualText }) => !/\S/.test(`${alt ?? ''}${actualText ?? ''}`))
        .map((tag) => diagnose('pdf-figure-alt-missing', { page: pageNumber(view, tag) }));
    },
  },
  {
    code: 'pdf-figure-alt-doubled',
    requirement: 'no alternative text stands inside another',
    standards: ['own'],
    source: 'own rule, on ISO 14289-1, 7.3: a figure is described once',
    check: (view) => {
      const described = view.tags?.all.filter(({ alt }) => /\S/.test(alt ?? '')) ?? [];
      if (described.length === 0) return undefined;
      return described
        .filter(({ parent }) => hasAlt(parent))
        .map(({ alt = '' }) => diagnose('pdf-figure-alt-doubled', { alt: shortened(alt) }));
    },
  },
  {
    code: 'pdf-note-unnamed',
    requirement: 'every note has a name of its own',
    standards: ['PDF/UA-1'],
    source: 'ISO 14289-1, 7.9; Matterhorn 19-003 and 19-004',
    check: (view) => {
      const notes = withRole(view.tags, /^Note$/);
      if (notes.length === 0) return undefined;
      const names = new Set<string>();
      return notes.flatMap((tag) => {
        const { id } = tag;
        const note = shortened(spokenText(view, tag));
        if (id === undefined || id === '')
          return [diagnose('pdf-note-unnamed', { note, problem: 'has no ID' })];
        if (names.has(id))
          return [diagnose('pdf-note-unnamed', { note, problem: 'shares its ID with another' })];
        names.add(id);
        return [];
      });
    },
  },
];

function siblings({ parent }: Tag): readonly Tag[] {
  return parent === undefined ? [] : tagsIn(parent);
}

function hasAlt(tag: Tag | undefined): boolean {
  return tag !== undefined && (/\S/.test(tag.alt ?? '') || hasAlt(tag.parent));
}

function pageNumber({ pages }: PdfView, tag: Tag): number {
  return pages.find(({ ref }) => ref === pageOf(tag))?.number ?? 1;
}
