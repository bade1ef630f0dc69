package policies.lib.worker_sizes_test

import data.policies.lib.worker_sizes

test_fault if {
	worker_sizes.fault(3, 8) == "3 vCPU: workers have 1, 2, 4, 8 or 16"
	worker_sizes.fault(4, 31) == "31 GB with 4 vCPU: such a worker has 8 to 30 GB"
	worker_sizes.fault(16, 31) == "31 GB with 16 vCPU: such a worker has 32 to 120 GB"
}

test_no_fault if not worker_sizes.fault(4, 30)

test_tables if {
	every size in worker_sizes.emr {
		size.most % size.step < size.step
		size.least < size.most
	}
	worker_sizes.emr_disk.least < worker_sizes.emr_disk.most
	4 in worker_sizes.dataproc_cores
}
