import * as v from 'valibot';

const perhaps = v.nullable(v.number());
/** notes on days that the chart shows; of charts over time alone */
const flags = v.optional(v.array(v.object({ x: v.number(), n: v.number() })));
const tone = v.picklist(['above', 'below', 'unclear']);
const shift = { name: v.string(), items: v.number(), clicks: v.number(), tone };
/** of a line over time */
const points = v.array(
	v.object({ label: v.string(), value: perhaps, low: perhaps, high: perhaps, n: v.number() })
);
const kept = v.array(
	v.object({
		after: v.number(),
		atRisk: v.number(),
		share: v.number(),
		low: v.number(),
		high: v.number()
	})
);

/**
 * A chart as it can be kept and sent: which builder draws it, and what it is given. Page, paper and
 * picture make the same config from it.
 */
export const chartSpec = v.variant('kind', [
	v.object({
		kind: v.literal('issueRates'),
		flags,
		of: v.picklist(['rate', 'clickers']),
		bars: v.array(
			v.object({
				label: v.string(),
				title: v.string(),
				value: perhaps,
				low: perhaps,
				high: perhaps,
				open: v.boolean(),
				note: v.string()
			})
		)
	}),
	v.object({ kind: v.literal('shareShift'), rows: v.array(v.object(shift)) }),
	v.object({
		kind: v.literal('supplyDemand'),
		rows: v.array(v.object({ ...shift, low: perhaps, high: perhaps }))
	}),
	v.object({
		kind: v.literal('positionCurve'),
		positions: v.array(
			v.object({
				position: v.number(),
				rate: v.number(),
				low: perhaps,
				high: perhaps,
				n: v.number()
			})
		)
	}),
	// as reports keep it that were made when positions had another name
	v.pipe(
		v.object({
			kind: v.literal('slotCurve'),
			slots: v.array(
				v.object({
					order: v.number(),
					rate: v.number(),
					low: perhaps,
					high: perhaps,
					n: v.number()
				})
			)
		}),
		v.transform(({ slots }) => ({
			kind: 'positionCurve' as const,
			positions: slots.map(({ order, ...rest }) => ({ position: order, ...rest }))
		}))
	),
	v.object({
		kind: v.literal('costByAge'),
		/** ISO 4217; costs are minor units */
		currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
		lines: v.array(
			v.object({
				name: v.string(),
				tone,
				points: v.array(
					v.object({
						day: v.number(),
						cost: perhaps,
						low: perhaps,
						high: perhaps,
						n: v.number(),
						of: v.number()
					})
				)
			})
		)
	}),
	v.object({
		kind: v.literal('growth'),
		flags,
		months: v.array(
			v.object({
				/** YYYY-MM */
				month: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)),
				joined: perhaps,
				left: perhaps,
				net: perhaps,
				running: v.boolean()
			})
		)
	}),
	v.object({
		kind: v.literal('engagedLine'),
		flags,
		points: v.array(v.object({ at: v.number(), engaged: v.number(), partial: v.boolean() }))
	}),
	v.object({
		kind: v.literal('keptCurve'),
		points: kept,
		/** a curve that it is held against, drawn beneath it */
		beside: v.optional(kept),
		/** of a curve among others: the scale that all share, and whether it bears the marks of it */
		scale: v.optional(v.object({ longest: v.number(), floor: v.number() })),
		ticks: v.optional(v.boolean())
	}),
	v.object({
		kind: v.literal('trend'),
		flags,
		of: v.picklist(['rate', 'lift']),
		/** where the axis ends, the same for all of a set */
		max: v.number(),
		tone,
		ticks: v.boolean(),
		/** the last period is not finished */
		open: v.boolean(),
		points
	}),
	v.object({
		kind: v.literal('liftLines'),
		flags,
		lines: v.array(v.object({ name: v.string(), points }))
	}),
	v.object({
		kind: v.literal('arrival'),
		/** of the issue, beside the end of its line */
		label: v.string(),
		arrived: v.array(v.object({ at: v.number(), clickers: v.number() })),
		usual: v.array(v.object({ at: v.number(), low: v.number(), mid: v.number(), high: v.number() }))
	})
]);

export type ChartSpec = v.InferOutput<typeof chartSpec>;
