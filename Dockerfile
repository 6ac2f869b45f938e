# Lockstep for any container platform: not root, and nothing on the file system is written to.
FROM python:3.11-slim

ENV HOST=0.0.0.0 PORT=8050

WORKDIR /srv/lockstep
COPY requirements.txt ./
RUN python -m pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY LICENSE app.py settings.py ./
COPY assets assets
COPY components components
COPY deploy/asgi.py deploy/serve.py deploy/
COPY optimizers optimizers
COPY server server
# A checkout may be closed to other users; the compiled files spare each start some seconds.
RUN chmod -R a+rX . && python -m compileall -q .

USER 1000:1000
EXPOSE 8050
CMD ["python", "-m", "deploy.serve"]
