# Lockstep for any container platform: not root, and nothing on the file system is written to.
# deploy/rehearse.py does the same steps where there is no container engine.
FROM python:3.11-slim

ENV HOST=0.0.0.0 PORT=8050

WORKDIR /srv/lockstep
COPY requirements.txt ./
RUN python -m pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY LICENSE app.py settings.py ./
COPY assets assets
COPY components components
COPY deploy/gunicorn.py deploy/worker.py deploy/readers.py deploy/
COPY optimizers optimizers
# A checkout may be closed to other users; the compiled files spare each start some seconds.
RUN chmod -R a+rX . && python -m compileall -q .

USER 1000:1000
EXPOSE 8050
CMD ["python", "-m", "gunicorn", "--config", "deploy/gunicorn.py"]
