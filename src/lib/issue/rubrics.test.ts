import { expect, test } from 'vitest';
import { readIssue } from './read-issue.ts';

async function rolesOf(titles: readonly string[], more = '') {
	const stories = titles.map(
		(title, i) =>
			`### [${title}](https://example.com/p-${i})\n\nUne phrase de contexte qui dit ce qu’il en est.${more}\n`
	);
	const text = `# La lettre 12\n\n## En bref\n\n${stories.join('\n')}`;
	const { sections } = await readIssue({
		name: 'lettre.md',
		bytes: new TextEncoder().encode(text)
	});
	return sections.flatMap(({ items }) => items.map(({ role }) => role));
}

const sorted = [
	'SEO : Google change ses règles',
	'Publicité : les régies locales résistent',
	'Emploi : une rédaction recrute',
	'Partenariats : la presse et la radio'
];

test('a word before titles that most titles of a letter have → a rubric, and nobody’s label', async () => {
	expect(await rolesOf(sorted)).toEqual(['editorial', 'editorial', 'editorial', 'editorial']);
});

test('a label of payment among rubrics → still a sponsor', async () => {
	expect(await rolesOf([...sorted, 'Sponsor : Acme lance sa gamme'])).toEqual([
		'editorial',
		'editorial',
		'editorial',
		'editorial',
		'sponsor'
	]);
	expect(await rolesOf(sorted.slice(0, 3).concat('Publicité : Acme (sponsor)'))).toEqual([
		'editorial',
		'editorial',
		'editorial',
		'sponsor'
	]);
});

test('the only word before a title → a label', async () => {
	expect(
		await rolesOf([
			'Google change ses règles',
			'Publicité : Acme lance sa gamme',
			'Une rédaction recrute'
		])
	).toEqual(['editorial', 'sponsor', 'editorial']);
});
