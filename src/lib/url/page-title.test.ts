import { expect, test } from 'vitest';
import { pageTitle } from './page-title.ts';

test.each([
	['https://example.org/le-guide-du-cafe', 'Le guide du cafe'],
	['https://example.org/blog/2024/05/un_article-7e60746eae18/', 'Un article'],
	['https://example.org/2024-05-01-la-rentree.html?utm_source=x', 'La rentree'],
	['https://example.org/actualite/20240501/index.php', 'Actualite'],
	['https://example.org/sujet/123456', 'Sujet'],
	['https://example.org/%C3%A9t%C3%A9-2024', 'Été 2024'],
	['https://github.com/example/projet', 'example/projet'],
	['https://www.example.org/', 'example.org'],
	['mailto:', 'mailto:']
])('pageTitle(%j) → %j', (url, title) => {
	expect(pageTitle(url)).toBe(title);
});
