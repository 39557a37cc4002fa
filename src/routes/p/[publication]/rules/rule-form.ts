import * as v from 'valibot';
import { linkRoles } from '#lib/item-roles.ts';
import type { TemplateRule } from '#lib/server/editing/template-rules.ts';
import { Trouble } from '#lib/trouble.ts';
import { jsonIn } from '../../../form.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const title = v.strictObject({ title: text });
const heading = v.strictObject({ heading: text });
const wordsOfIt = v.strictObject({ words: text });
const link = v.strictObject({ link: text });
const look = v.strictObject({ look: text });
const over = v.strictObject({ over: text });
const to = v.nullable(text);
const said = v.optional(v.pipe(v.string(), v.maxLength(300)));

const rules = v.variant('kind', [
	v.strictObject({ kind: v.literal('heading'), where: v.union([title, look]), said }),
	v.strictObject({ kind: v.literal('section'), where: heading, to, said }),
	v.strictObject({ kind: v.literal('story'), where: v.union([heading, over]), said }),
	v.strictObject({
		kind: v.literal('move'),
		where: v.union([title, wordsOfIt, link, look, over]),
		to,
		said
	}),
	v.strictObject({
		kind: v.literal('merge'),
		where: v.union([title, wordsOfIt, look]),
		said
	}),
	v.strictObject({
		kind: v.literal('split'),
		where: v.union([title, wordsOfIt, look, heading]),
		said
	}),
	v.strictObject({
		kind: v.literal('links'),
		where: link,
		role: v.picklist(['house', 'footer']),
		said
	}),
	v.strictObject({
		kind: v.literal('role'),
		where: v.union([heading, title, wordsOfIt, link, look]),
		role: v.picklist(linkRoles),
		said
	})
]);

/** The rule that a form holds as JSON. @throws {Trouble} badCorrection */
export function ruleOf(form: FormData): TemplateRule {
	const read = v.safeParse(rules, jsonIn(form, 'rule'));
	if (!read.success) throw new Trouble('badCorrection');
	return read.output as TemplateRule;
}
