/** Goes with the sample, so that nobody takes it for somebody's data. */
export const readme = `# Marée haute

Everything in this folder is invented: the newsletter, its readers, its stories, its partners and
its figures. No address exists (all are on example.com, example.org or example.net), and no link
leads anywhere. It is here so that Rubrique has something to show before it has your newsletter.

The files are written as e-mail services write them, because the newsletter of the story moved
from one to the next. They are made by \`tests/simulate\` from a fixed seed, and always the same.

---

Tout est inventé dans ce dossier : la lettre, ses lecteurs, ses articles, ses partenaires et ses
chiffres. Aucune adresse n’existe (toutes sont sur example.com, example.org ou example.net), et
aucun lien ne mène quelque part. Il est là pour que Rubrique ait quelque chose à montrer avant
d’avoir votre lettre.

Les fichiers sont écrits comme les services d’envoi les écrivent, car la lettre de cette histoire
est passée de l’un à l’autre. Ils sont faits par \`tests/simulate\` à partir d’une graine fixe, et
toujours les mêmes.
`;
