// SPDX-License-Identifier: Apache-2.0
package dev.pollen.executor;

/**
 * Puts tasks in the order in which an executor has admitted them. It sorts by the numbers that it has read, so that tasks
 * which come and go meanwhile on another thread disturb nothing.
 */
final class AdmissionOrder {
    private TaskRecord[] records;
    private long[] admissions;
    private int count;

    AdmissionOrder(int expected) {
        records = new TaskRecord[Math.max(expected, 0)];
        admissions = new long[records.length];
    }

    void add(TaskRecord record) {
        if (count == records.length) {
            resize(2 * count + 1);
        }
        records[count] = record;
        admissions[count] = record.admission;
        count++;
    }

    /** The tasks that were added, oldest first; a heapsort. */
    TaskRecord[] sorted() {
        resize(count);
        for (int root = count / 2 - 1; root >= 0; root--) {
            sink(root, count);
        }
        for (int last = count - 1; last > 0; last--) {
            swap(0, last);
            sink(0, last);
        }
        return records;
    }

    /** Gives the root of a heap of the latest its place among the first {@code size}. */
    private void sink(int root, int size) {
        int at = root;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && admissions[child + 1] > admissions[child]) {
                child++;
            }
            if (admissions[at] >= admissions[child]) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int one, int other) {
        TaskRecord record = records[one];
        records[one] = records[other];
        records[other] = record;
        long admission = admissions[one];
        admissions[one] = admissions[other];
        admissions[other] = admission;
    }

    private void resize(int length) {
        TaskRecord[] keptRecords = new TaskRecord[length];
        long[] keptAdmissions = new long[length];
        System.arraycopy(records, 0, keptRecords, 0, count);
        System.arraycopy(admissions, 0, keptAdmissions, 0, count);
        records = keptRecords;
        admissions = keptAdmissions;
    }
}
