import { gateways } from './gateways.ts';
import { linkOf, plain, type Link } from './link.ts';
import { sealedServices } from './sealed.ts';
import { anyTrackers, openServices, redirects } from './services.ts';
import { tail, type Wrapper } from './wrapper.ts';

export type Unwrapped = {
	/** where the link leads, as written there; the innermost link if that one cannot be read */
	target: string;
	/** the innermost service met: a mail gateway wraps what an e-mail service has wrapped before */
	wrapper: string | null;
	resolved: boolean;
	/** as much of the target as all readers share: all of it, unless it could not be read */
	shared: string;
	/** each reader has a link of their own, so that what they share of it stands for no page */
	opaque: boolean;
};

/** Mail gateways around a service's link around a site's redirect: more is no newsletter's link. */
const DEPTH = 5;

const wrappers = [...gateways, ...openServices, ...redirects, ...anyTrackers, ...sealedServices];

/**
 * Reads where a link leads, offline: no wrapper is ever asked. What a wrapper holds besides the
 * destination is the recipient's, and is dropped.
 *
 * @example unwrap('https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=AT0')
 * // => { target: 'https://example.org/a', wrapper: 'facebook', resolved: true, … }
 */
export function unwrap(url: string): Unwrapped {
	let target = plain(url);
	let wrapper: string | null = null;

	for (let depth = 0; ; depth++) {
		const link = linkOf(target);
		const inner = link && mayBeWrapped(link) ? reading(link) : null;
		if (!link || !inner) return { target, wrapper, resolved: true, shared: target, opaque: false };

		wrapper = inner.wrapper.name;
		if (inner.target === null || depth === DEPTH) {
			const opaque = inner.target !== null || !inner.wrapper.shared;
			const shared = `https://${link.host}${inner.target === null ? sharedPart(inner.wrapper, link) : '/'}`;
			return { target, wrapper, resolved: false, shared, opaque };
		}
		target = plain(inner.target);
	}
}

function reading(link: Link): { wrapper: Wrapper; target: string | null } | null {
	const shape = tail(link);

	for (const wrapper of wrappers) {
		if (wrapper.host && !wrapper.host.test(link.host)) continue;
		if (wrapper.shape && !wrapper.shape.test(shape)) continue;

		const target = wrapper.open?.(link) ?? null;
		if (target !== null || wrapper.host || !wrapper.open) return { wrapper, target };
	}
	return null;
}

function sharedPart(wrapper: Wrapper, link: Link): string {
	return wrapper.shared?.(link) ?? wrapper.shape?.exec(tail(link))?.[0] ?? '/';
}

/** One pattern for any of several: a look at it spares plain pages, which are most of an export, sixty. */
function anyOf(patterns: readonly RegExp[]): RegExp {
	const sources = new Set(patterns.map(({ source }) => `(?:${source})`));
	return new RegExp([...sources].join('|'), 'i');
}

// each has one of both; a host that many pages have, too, tells less than the shape
const byHost = wrappers.filter(({ host, name }) => host && name !== 'other');
const anyHost = anyOf(byHost.flatMap(({ host }) => host ?? []));
const anyShape = anyOf(
	wrappers.filter((one) => !byHost.includes(one)).flatMap(({ shape }) => shape ?? [])
);

/** Whether it is worth looking closer; never false for a wrapped link. */
function mayBeWrapped(link: Link): boolean {
	return anyHost.test(link.host) || anyShape.test(tail(link));
}
