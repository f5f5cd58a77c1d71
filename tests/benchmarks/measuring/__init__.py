# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of tests/benchmarks/measure. Standard library only."""
