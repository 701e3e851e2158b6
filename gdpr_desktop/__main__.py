"""The arguments, nothing else."""

import argparse
import sys
from pathlib import Path


def main() -> int:
    """Read the arguments and run the program."""
    parser = argparse.ArgumentParser(prog="personvernpulten")
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="open a work file or a register"
    )
    parser.add_argument("--demo", action="store_true", help="open a demo register")
    parser.add_argument("--data-dir", type=Path, metavar="D", help="keep settings and demo here")
    parser.add_argument("--exit-when-shown", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--self-test", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.self_test:
        from gdpr_desktop import self_test

        return self_test.run(arguments.self_test.absolute())
    from gdpr_desktop.app import run  # --help needs no Qt

    return run(
        demo=arguments.demo,
        data_dir=arguments.data_dir.absolute() if arguments.data_dir else None,
        file=arguments.file.absolute() if arguments.file else None,
        exit_when_shown=arguments.exit_when_shown,
    )


if __name__ == "__main__":
    sys.exit(main())
