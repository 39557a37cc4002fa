# Builds with everything, runs with what running needs. Node 22 on Debian: the packages for the
# database and for drawing have binaries for it, on x86-64 and ARM.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    RUBRIQUE_DATA=/data \
    RUBRIQUE_IMPORTS=/imports
WORKDIR /app
COPY --from=build /app /app
RUN mkdir -p /data /imports /backups && chown node:node /data /imports /backups && chmod 700 /data /backups
USER node
VOLUME ["/data", "/imports"]
EXPOSE 3000
# it lives while it starts, imports or migrates as well
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# no npm between: the signal to stop reaches the program itself
CMD ["node", "src/cli/launch.mjs", "start"]
