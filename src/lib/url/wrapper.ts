import { parameter, type Link } from './link.ts';
import { percent } from './decode.ts';

/**
 * A service whose links lead through a redirect of its own.
 *
 * With `host`, every link of that shape is one, decoded or not. Without it the shape alone speaks (the
 * service runs under its customers' domains), and a link that `open` cannot read is not one after all.
 */
export type Wrapper = {
	name: string;
	host?: RegExp;
	/** tested on path and query together */
	shape?: RegExp;
	/** where the link leads, or null if it cannot be read from it */
	open?: (link: Link) => string | null;
	/** the path and query as far as all readers share them; without it, each reader has a link of their own */
	shared?: (link: Link) => string;
};

/** Path and query as the shapes of wrappers see them. */
export function tail(link: Link): string {
	return link.query ? `${link.path}?${link.query}` : link.path;
}

/** Destination in one query parameter, the first that holds one. */
export function inParameter(...names: string[]) {
	return ({ query }: Link) => {
		for (const name of names) {
			const value = parameter(query, name);
			const target = value && destination(percent(value) ?? value);
			if (target) return target;
		}
		return null;
	};
}

/** Destination in the nth segment of the path, counted from 1, or from the end if negative. */
export function inSegment(n: number, read: (segment: string) => string | null) {
	return ({ path }: Link) => {
		const segment = path
			.split('/')
			.filter(Boolean)
			.at(n < 0 ? n : n - 1);
		return segment ? destination(read(segment)) : null;
	};
}

/** All readers share the link but for these parameters, whose names stay as the mark of the wrapper. */
export function sharedBut(...names: string[]) {
	return ({ path, query }: Link) => {
		const pairs = query.split('&').filter((pair) => pair.trim() !== '');
		const kept = pairs.map((pair) => {
			const name = pair.split('=', 1)[0] ?? '';
			return names.includes(name.toLowerCase()) ? `${name}=` : pair;
		});
		return kept.length ? `${path}?${kept.join('&')}` : path;
	};
}

/** All readers share the start of the path; the rest, and the query, is the reader's. */
export function sharedStart(start: RegExp) {
	return ({ path }: Link) => start.exec(path)?.[0] ?? '/';
}

/** A web address, escaped once more than needed or not; null for anything a browser should not follow from a mail. */
export function destination(text: string | null): string | null {
	let url = text?.trim() ?? '';
	for (let round = 0; round < 3 && /^https?%(?:25)*3a/i.test(url); round++) {
		url = percent(url) ?? '';
	}
	// some gateways collapse the two slashes
	url = url.replace(/^(https?:)\/(?=[^/])/i, '$1//');

	// a blank would end the link in a text or in Markdown
	return /^https?:\/\/[^/?#\s]/i.test(url) && URL.canParse(url) ? url.replace(/ /g, '%20') : null;
}
