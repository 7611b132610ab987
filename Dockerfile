# klarbrev without network, root or anything to write to:
#   docker build -t klarbrev .
#   docker run --rm --network none --read-only -v "$PWD:/letters:ro" klarbrev check .
FROM node:20-slim AS build
WORKDIR /klarbrev
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src src
COPY rules rules
COPY bin bin
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production
COPY --from=build /klarbrev /klarbrev
USER node
WORKDIR /letters
ENTRYPOINT ["node", "/klarbrev/bin/klarbrev.js"]
CMD ["--help"]
