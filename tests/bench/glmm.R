# Fits the fixture's items with lme4, an independent implementation of mixed-effects count models:
#
#     Rscript tests/bench/glmm.R < tests/simulate/glmm-items.csv > tests/simulate/glmm-effects.json
#
# Debian: apt-get install --no-install-recommends r-cran-lme4
suppressPackageStartupMessages(library(lme4))

items <- read.csv(file("stdin"))
items$item <- seq_len(nrow(items))
items$first <- items$position == 1

fit <- glmer(
	clickers ~ log(position) + first + offset(log(reach)) + (1 | issue) + (1 | topic) + (1 | item),
	data = items,
	family = poisson,
	control = glmerControl(optimizer = "bobyqa")
)

# contrasts with the item-weighted mean, as we give them
effects <- ranef(fit)$topic[, 1]
counts <- as.vector(table(items$topic))
effects <- effects - sum(effects * counts) / sum(counts)
spread <- as.data.frame(VarCorr(fit))
sd <- setNames(spread$sdcor, spread$grp)

cat(sprintf(
	'{\n\t"package": "lme4 %s",\n\t"topics": [%s],\n\t"slope": %.4f,\n\t"lead": %.4f,\n\t"spread": { "item": %.4f, "issue": %.4f, "topic": %.4f }\n}\n',
	packageVersion("lme4"),
	paste(sprintf("%.4f", effects), collapse = ", "),
	fixef(fit)[["log(position)"]],
	fixef(fit)[["firstTRUE"]],
	sd[["item"]], sd[["issue"]], sd[["topic"]]
))
