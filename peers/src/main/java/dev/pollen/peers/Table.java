// SPDX-License-Identifier: Apache-2.0
package dev.pollen.peers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that was measured: a line for each variant of a workload, a column for each of those who run it. */
final class Table {
    private final Map<String, Map<Column, Cell>> lines = new LinkedHashMap<>();

    void add(Cell cell) {
        lines.computeIfAbsent(cell.line(), line -> new EnumMap<>(Column.class)).put(cell.column(), cell);
    }

    /** What one of them takes for the workload that a line's title begins with; empty if that was not measured. */
    Optional<Cell> cell(String line, Column column) {
        return Optional.ofNullable(lines.getOrDefault(line, Map.of()).get(column));
    }

    /** As Markdown: nanoseconds and bytes of an operation. */
    String text(String title) {
        List<String> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of(title));
        for (Column column : Column.values()) {
            titles.add(column.title());
        }
        rows.add(row(titles));
        rows.add("|---".repeat(titles.size()) + "|");
        lines.forEach((line, cells) -> {
            List<String> row = new ArrayList<>(List.of(line));
            for (Column column : Column.values()) {
                row.add(cells.containsKey(column) ? cells.get(column).text() : "");
            }
            rows.add(row(row));
        });
        return String.join("\n", rows);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** As a JSON array of all cells. */
    String json() {
        return lines.values().stream()
                .flatMap(cells ->
                        cells.values().stream().map(cell -> cell.json(cells.getOrDefault(Column.POLLEN, cell))))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }
}
