/** What text can be written in: the names of the Encoding Standard, and IBM 850, which it has not. */
export const encodings = [
	'utf-8',
	'utf-8-bom',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'macintosh',
	'ibm850',
	'windows-1250',
	'windows-1251',
	'windows-1253',
	'windows-1254',
	'koi8-r',
	'shift_jis',
	'gb18030',
	'big5',
	'euc-kr'
] as const;

export type Encoding = (typeof encodings)[number];
