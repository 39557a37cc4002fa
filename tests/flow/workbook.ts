import { strFromU8, unzipSync } from 'fflate';

const plain = (text: string) =>
	text
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;|&apos;/g, "'")
		.replace(/&amp;/g, '&');

/** How many columns in a letter's place: `B` is 1. */
function placeOf(reference: string): number {
	const letters = /^[A-Z]+/.exec(reference)![0];
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The cells of a workbook's sheets, by the sheets' names, as a spreadsheet would read them. */
export function readWorkbook(bytes: Uint8Array): Map<string, (string | number | null)[][]> {
	const files = unzipSync(bytes);
	const text = (path: string) => strFromU8(files[path]!);
	const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
		[...si!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => plain(t!)).join('')
	);
	const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)];

	return new Map(
		names.map(([, name], i) => {
			const rows = [
				...text(`xl/worksheets/sheet${i + 1}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)
			];
			return [
				plain(name!),
				rows.map(([, row]) => {
					const cells: (string | number | null)[] = [];
					for (const [, head, body] of row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
						const place = placeOf(/r="([A-Z]+)/.exec(head!)![1]!);
						const value = /<v>(.*?)<\/v>/s.exec(body ?? '')?.[1];
						if (/<f>/.test(body ?? '')) throw new RangeError('a formula');
						while (cells.length < place) cells.push(null);
						cells.push(
							value === undefined
								? null
								: /t="s"/.test(head!)
									? strings[Number(value)]!
									: Number(value)
						);
					}
					return cells;
				})
			];
		})
	);
}
