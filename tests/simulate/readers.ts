import { below, normal, seeded } from './random.ts';
import type { Options } from './options.ts';
import type { SimulatedIssue } from './issues.ts';

/** One entry a reader. Flags are 0 or 1. */
export type Readers = {
	count: number;
	/** UTC milliseconds; `left` is NaN for those who stay, and set while the events happen */
	joined: Float64Array;
	left: Float64Array;
	/** number of the channel they came by, from 0 */
	channel: Uint8Array;
	/** index into `domains` */
	domain: Uint16Array;
	domains: string[];
	scanned: Uint8Array;
	proxied: Uint8Array;
	fast: Uint8Array;
	prompt: Uint8Array;
	office: Uint8Array;
	/** chance that they read an issue */
	openness: Float32Array;
	/** how readily they click, against others */
	activity: Float32Array;
};

const FREE_MAIL = ['mail.example.org', 'courriel.example.net', 'post.example.com'];
const READERS_A_COMPANY = 12;
const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Invents the readers: when they came, by which channel, and what stands between them and us. */
export function gather(options: Options, issues: SimulatedIssue[], seed: number): Readers {
	const random = seeded(seed, 'readers');
	const count = options.readers;
	const first = issues[0]!.sentAt;
	const last = issues.at(-1)!.sentAt;
	const readers = empty(count);

	for (let r = 0; r < count; r++) {
		const founding = random() < options.foundingShare;
		const since = random();
		readers.joined[r] = founding ? first - YEAR * since - 1 : first + since * (last - first);
		readers.left[r] = NaN;
		readers.channel[r] = below(random, options.channels);
		readers.domain[r] = below(random, FREE_MAIL.length);

		const z = normal(random);
		readers.openness[r] = 1 / (1 + Math.exp(0.4 - 1.2 * z));
		// later channels bring readers who click less
		readers.activity[r] = Math.exp(0.5 * z + 0.6 * normal(random) - 0.1 * readers.channel[r]!);

		// each a kind of its own: a scanner, a shared office, and hurried people are not confused
		const kind = random();
		const { scannerShare, officeShare, fastShare } = options;
		if (kind < scannerShare) readers.scanned[r] = 1;
		else if (kind < scannerShare + officeShare) readers.office[r] = 1;
		else if (kind < scannerShare + officeShare + fastShare) readers.fast[r] = 1;

		if (random() < options.proxyShare && !readers.scanned[r]) readers.proxied[r] = 1;
		if (random() < options.promptShare && !readers.office[r]) readers.prompt[r] = 1;
	}

	giveCompanies(readers);
	return readers;
}

/** Scanners and gateways belong to companies: their readers share domains with one another. */
function giveCompanies(readers: Readers) {
	const { domains, domain, scanned, office } = readers;
	const gateway = domains.push('office.example.com') - 1;
	let behind = 0;

	for (let r = 0; r < readers.count; r++) {
		if (office[r]) domain[r] = gateway;
		if (!scanned[r]) continue;

		const company = Math.floor(behind++ / READERS_A_COMPANY);
		domains[gateway + 1 + company] ??= `company-${company + 1}.example.com`;
		domain[r] = gateway + 1 + company;
	}
}

function empty(count: number): Readers {
	return {
		count,
		joined: new Float64Array(count),
		left: new Float64Array(count),
		channel: new Uint8Array(count),
		domain: new Uint16Array(count),
		domains: [...FREE_MAIL],
		scanned: new Uint8Array(count),
		proxied: new Uint8Array(count),
		fast: new Uint8Array(count),
		prompt: new Uint8Array(count),
		office: new Uint8Array(count),
		openness: new Float32Array(count),
		activity: new Float32Array(count)
	};
}
