// Unless told otherwise (watch mode does), libraries shall do without what only helps developers.
process.env.NODE_ENV ??= 'production'
