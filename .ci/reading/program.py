"""The program that is read: how it is called, and what came of each look at what it wrote."""
import os
import shutil
import subprocess
import sys
import tempfile


class Program:
    """A built kessan, and a folder for its stores and files that is removed at the end."""

    def __init__(self, path):
        self.path = os.path.realpath(path)
        self.repository = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
        self.folder = tempfile.mkdtemp()
        self.passed, self.skipped = 0, 0

    def close(self):
        shutil.rmtree(self.folder)

    def file(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, **options):
        """What the program writes to standard output; anything but success is an error."""
        done = subprocess.run([self.path, *arguments], capture_output=True, check=False, cwd=self.folder, **options)
        assert done.returncode == 0, (arguments, done.stderr.decode())
        return done.stdout

    def ask(self, statements, form):
        """The answer of the store of acme in a format."""
        return self.run("--store", "acme.db", "query", statements, "-f", form).decode()

    def check(self, name, look):
        """Runs a look, which fails by raising or by being false."""
        try:
            assert look() is not False
        except Exception:
            print(f"format-test: {name}", file=sys.stderr)
            raise
        self.passed += 1
        print(f"ok      {name}")

    def skip(self, name, reason):
        self.skipped += 1
        print(f"skipped {name}: {reason}")

