"""Runs spopt on a table of costs and prints what it said and cost.

Usage: drive_spopt.py p-median|mclp COSTS SECONDS. COSTS: see `siting-bench costs`.
"""

import json
import resource
import sys

import numpy
import pulp
from spopt.locate import MCLP, PMedian


def cpu():
    """Processor seconds of this process and of its children."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def main(kind, costs, seconds):
    table = numpy.fromfile(costs)
    demands, facilities, most = (int(number) for number in table[:3])
    weights = table[3 : 3 + demands]
    costs = table[3 + demands :].reshape(demands, facilities)
    began = cpu()
    if kind == "p-median":
        model = PMedian.from_cost_matrix(costs, weights, p_facilities=most)
    else:
        # Within the radius or not is all that matters.
        outside = numpy.isnan(costs).astype(float)
        model = MCLP.from_cost_matrix(outside, weights, 0.5, p_facilities=most)
    built = cpu()
    # The limit is of the clock, which says little on a shared machine: it is generous.
    model = model.solve(pulp.HiGHS(msg=False, timeLimit=4 * seconds, threads=1))
    problem = model.problem
    proven = problem.sol_status == pulp.LpSolutionOptimal
    value = problem.objective.value()
    print(
        json.dumps(
            {
                # spopt looks at `status` alone, which is "Optimal" at a limit too.
                "status": "optimal" if proven else "stopped",
                "objective": abs(value),
                "cpu": cpu() - began,
                "built_cpu": built - began,
                "peak_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            }
        )
    )


main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
