/** Who a copy was sent to, as far as it says so itself. */
export type Recipients = {
	/** lower case */
	addresses: readonly string[];
	/** words of their names, folded, that are nothing but a name: they go wherever they stand */
	words: ReadonlySet<string>;
	/** all words of their names, folded: they go where two stand together, or in a greeting */
	parts: ReadonlySet<string>;
};

/** Words that are names, and something else in most texts. Folded. */
const ORDINARY = new Set(
	`ange aube aurore avril belle ben berger bill black blanc blanche blond bois bon boulanger brown brun
	capucine carmen cerise chance chase chef christian church claire clair clement comte constance cook
	cooper court dawn day dean desire dimanche dolores doll dominique drew duke earl ella elle espoir est
	eve faith felicite felix fern fleur flora florence fontaine forest france franc frank franck garcon
	garden gene georgia glory gloire grace grand gray green grey guy hall harmony hazel heath heather hill
	honor hope hunter iris ivy jack jade jasmin jasmine jean jolie josh joy jules juin june june kelly king
	knight la lake lance laure laurier law lee lemon leon les lily lis lion loup love luc lucky major marc
	march marchand marcus mardi marguerite marine mark mars mary mason max may melody mercier mercy mercredi
	mike mille miller milo mine moine moreau nature nick noel noir nord olive olympe opale page paris parker
	parfait patience paul pearl penny perle petit peter petra pierre pons poirier pomme porter potter prairie
	prince prudence queen rain ray rayon red reine rich river rob robin roche roger roi rosa rose roses roux
	ruby rue russell sage saint sam samedi sandy scout season sharp sky smith snow soleil sophia star stella
	stone summer sunny sur taylor terry tom tour trinity turner val vale valentin valentine van venus victor
	victoire victory vie village ville viola violet violette walker ward wards washington west white will
	willow winter wolf wood woods yves young zen
	the and for you your our all der die das und von van den del los las mrs dr mme mlle monsieur madame`.split(
		/\s+/
	)
);

/** A name of one of these is that of a list, not of a person. Folded. */
const LISTS =
	/\b(?:undisclosed|recipients?|subscribers?|readers?|members?|mailing|list|liste|lecteurs?|lectrices?|abonnee?s?|destinataires?|newsletter|infolettre|lettre|gazette|team|equipe|everyone|tous|inbox|info|contact|hello|bonjour|admin|support|noreply|no-reply)\b/;

const SHORTEST = 3;
const MOST_WORDS = 5;

/**
 * Who a copy was sent to.
 *
 * @param people names as headers give them, and addresses
 * @param senders names that are to stay: whoever writes
 */
export function recipientsOf(
	people: readonly { name: string; address: string }[],
	senders: readonly string[] = []
): Recipients {
	const spared = new Set(senders.flatMap(wordsOf).map(fold));
	const parts = new Set<string>();
	const words = new Set<string>();

	for (const { name, address } of people) {
		const local = address.split('@', 1)[0] ?? '';
		const named = name.includes('@') ? '' : name;
		if (isOfPerson(named)) for (const word of wordsOf(named).map(fold)) parts.add(word);
		for (const word of wordsOf(named).map(fold))
			if (isOfPerson(named) && isName(word) && !spared.has(word)) words.add(word);
		if (/[a-z]{2}[._-][a-z]{2}/i.test(local) && isOfPerson(local.replace(/[._-]/g, ' ')))
			for (const word of wordsOf(local.replace(/[._]/g, ' ')).map(fold)) parts.add(word);
	}
	const addresses = people.map(({ address }) => address.toLowerCase()).filter(Boolean);
	return { addresses: [...new Set(addresses)], words, parts };
}

function isOfPerson(name: string): boolean {
	const words = wordsOf(name);
	return words.length > 0 && words.length <= MOST_WORDS && !LISTS.test(fold(name));
}

function isName(word: string): boolean {
	return [...word].length >= SHORTEST && !ORDINARY.has(word);
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

function wordsOf(text: string): string[] {
	return text.match(WORD) ?? [];
}

/** Words without case and accents, so that `ZOE` is `Zoé`. */
export function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();
}

const GREETING =
	/(?:^|[^\p{L}])(?:bonjour|bonsoir|salut|coucou|ch[eè]re?s?|hello|hi|hey|dear|hola|ciao|hallo|liebe[rs]?|merci|thanks|thank you|(?:good|happy) \w+)[\s,]{1,3}$/iu;

/**
 * A text without the names of those whom it was sent to, whole or in part: of a letter to Zoé Quemener,
 * “Bonjour Zoé, voici…” becomes “Bonjour, voici…”.
 *
 * @param before what stood right before it
 */
export function withoutNames(text: string, before: string, { words, parts }: Recipients): string {
	if (parts.size === 0) return text;
	const spoken = [...text.matchAll(WORD)].map((match) => ({
		from: match.index,
		to: match.index + match[0].length,
		folded: fold(match[0])
	}));

	const gone: { from: number; to: number }[] = [];
	for (let i = 0; i < spoken.length; i++) {
		if (!parts.has(spoken[i]!.folded)) continue;
		let end = i;
		while (end + 1 < spoken.length && isNext(text, spoken[end]!, spoken[end + 1]!, parts)) end++;
		const { from } = spoken[i]!;
		const context = (before + text.slice(Math.max(0, from - 40), from)).slice(-40);
		const goes =
			end > i ||
			words.has(spoken[i]!.folded) ||
			(spoken[i]!.folded.length > 1 && GREETING.test(context));
		if (goes) gone.push({ from, to: spoken[end]!.to });
		i = end;
	}
	return cutOut(text, gone);
}

type Found = { from: number; to: number; folded: string };

/** Whether two words of a name stand together: `Zoé Quemener`, `quemener_zoe`, `Zoé K. Quemener`. */
function isNext(text: string, one: Found, next: Found, parts: ReadonlySet<string>): boolean {
	return parts.has(next.folded) && /^[\s._,+-]{1,3}$/.test(text.slice(one.to, next.from));
}

/** Takes pieces out of a text, and the blank or the comma that has lost its word. */
function cutOut(text: string, pieces: readonly { from: number; to: number }[]): string {
	let clean = '';
	let from = 0;
	for (const piece of pieces) {
		clean += text.slice(from, piece.from);
		from = piece.to;
		if (clean.trim() === '') from += /^\s*[,;:!]?\s*/.exec(text.slice(from, from + 20))![0].length;
		else if (/^\s*(?:[,.)]|$)/.test(text.slice(from, from + 20))) clean = clean.trimEnd();
		else if (/\s$/.test(clean) && /^\s/.test(text.slice(from, from + 1))) from++;
	}
	return clean + text.slice(from);
}

/** Lines of headers that somebody copied, or a forwarded mail holds: `To: Zoé <zoe@example.org>`. */
const HEADER =
	/(?:^|[\n>])[ \t*_]{0,20}(?:to|cc|delivered-to|à|pour|destinataires?|an|para)(?:<\/?\w{1,10}>|[*_ \t]){0,4}:(?:<\/?\w{1,10}>|[*_ \t]){0,6}["'“]?([^<>\n&"“”]{0,80}?)["'”]?[ \t]*(?:<|&lt;|\(|\[)?(?:<a\b[^>]{0,200}>|mailto:)?([\w.+%-]{1,64}(?:@|&#64;)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/gi;

/** Those whom a document names in a line of headers within its text. */
export function recipientsWithin(text: string): { name: string; address: string }[] {
	return [...text.matchAll(HEADER)].map(([, name = '', address = '']) => ({
		name: name.trim(),
		address: address.replace('&#64;', '@')
	}));
}

/** A greeting that is a line of its own, by name: `Bonjour Zoé,`. */
const GREETED =
	/^(\s*(?:[Bb]onjour|[Bb]onsoir|[Ss]alut|[Cc]oucou|[Cc]h[eè]re?|[Hh]ello|[Hh]i|[Hh]ey|[Dd]ear)\s+)(\p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’-]{1,30}){0,2})(\s*,\s*)$/u;
const ANYBODY =
	/^(?:tous|toutes|toi|vous|amis?|lecteurs?|lectrices?|abonnes?|abonnees?|cheres?|chers|all|everyone|everybody|there|friends?|readers?|subscribers?|folks|team|world|monde|hello)\b/;

/** Takes the name out of a greeting that is a line by itself, whoever it is. */
export function withoutGreeted(line: string): string {
	return line.length > 160
		? line
		: line.replace(GREETED, (whole, greeting: string, name: string, end: string) =>
				ANYBODY.test(fold(name)) ? whole : greeting.trimEnd() + end.trimStart()
			);
}
