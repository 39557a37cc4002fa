const day = (n: number) => new Date(Date.UTC(2025, 0, 2 + 7 * n)).toISOString().slice(0, 10);

/** Of gardens, a field that no starter list knows: what grows there is clicked more or less. */
const kinds = [
	['Semer des fèves', 9],
	['Tailler le rosier', 4],
	['Un carré de tomates', 14],
	['La haie sèche', 6],
	['Des oignons en ligne', 3]
] as const;

/** One issue: a sponsor in the middle, stories in an order that moves on from issue to issue. */
export function gardenLetter(n: number): string {
	const at = [0, 1, 2, 3].map((i) => kinds[(n + i) % 5]!);
	const story = ([title]: (typeof at)[number], i: number) =>
		`### [${title}, semaine ${n}](https://garden.example.com/${n}/${i})\n\nUn mot sur la chose, et sur le temps qu’il fait.\n`;
	const sponsor = `## Annonce\n\n### [Une bêche de chez Ferro, semaine ${n}](https://ferro.example.com/${n})\n\nEn partenariat avec Ferro.\n`;
	const head = `---\ntitle: "Le potager #${n}"\nnumber: ${n}\ndate: ${day(n)}\n---\n\n## Au jardin\n\n`;
	return [
		head,
		story(at[0]!, 0),
		story(at[1]!, 1),
		sponsor,
		'## Au fond\n',
		...at.slice(2).map((one, i) => story(one, i + 2))
	].join('\n');
}

function clicks(n: number): string[] {
	const rows: string[] = [];
	const click = (reader: number, url: string) =>
		rows.push(
			`r${reader}@example.org,${day(n)} 1${reader % 8}:${String(reader % 60).padStart(2, '0')}:00,click,${url},Le potager #${n}`
		);
	for (let reader = 0; reader < 600; reader++)
		rows.push(`r${reader}@example.org,${day(n)} 08:00:00,delivered,,Le potager #${n}`);
	for (let i = 0; i < 4; i++) {
		const likes = kinds[(n + i) % 5]![1] / (i + 1.5);
		for (let reader = 0; reader < 600; reader++)
			if ((reader * 7 + n * 131 + i * 29) % 97 < likes * 4)
				click(reader, `https://garden.example.com/${n}/${i}`);
	}
	for (let reader = 0; reader < 600; reader++)
		if ((reader * 11 + n * 17) % 97 < 3) click(reader, `https://ferro.example.com/${n}`);
	return rows;
}

const head = 'Email,Date,Event,Link,Campaign';
/** Issues of some numbers, and what 600 readers clicked in them. */
export const gardenFiles = (from: number, to: number) => ({
	[`clics-${from}.csv`]: Buffer.from(
		[head, ...Array.from({ length: to - from + 1 }, (_, i) => clicks(from + i)).flat()].join('\n')
	),
	...Object.fromEntries(
		Array.from({ length: to - from + 1 }, (_, i) => [
			`${day(from + i)}_potager-${from + i}.md`,
			Buffer.from(gardenLetter(from + i))
		])
	)
});
