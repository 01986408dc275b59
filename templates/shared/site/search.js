/*
 * The search of the index. It works on what stands in the page and asks nobody. Without it the page is a
 * list. Letters are compared without their marks and in any case.
 */
(() => {
  const form = document.getElementById('search');
  const field = document.getElementById('words');
  const found = document.getElementById('found');
  if (form === null || field === null || found === null) return;

  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const entries = [...document.querySelectorAll('.entry')].map((element) => {
    return { element, text: plain(element.textContent) };
  });
  const years = [...document.querySelectorAll('.year')];

  const search = () => {
    const words = plain(field.value).split(/\s+/u).filter(Boolean);
    let shown = 0;
    for (const { element, text } of entries) {
      const isFound = words.every((word) => text.includes(word));
      element.hidden = !isFound;
      if (isFound) shown += 1;
    }
    for (const year of years) year.hidden = year.querySelector('.entry:not([hidden])') === null;
    document.body.classList.toggle('searching', words.length > 0);
    const { shown: pattern, nothing } = form.dataset;
    const counts = { shown, count: entries.length };
    const said = shown === 0 ? nothing : pattern.replace(/\{(\w+)\}/g, (_, name) => counts[name]);
    found.textContent = words.length === 0 ? '' : said;
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  field.addEventListener('input', search);
  // A link to a subject leads to a part that a search hides.
  window.addEventListener('hashchange', () => {
    field.value = '';
    search();
  });
  form.hidden = false;
  field.value = new URLSearchParams(window.location.search).get('q') ?? '';
  search();
})();
