package dev.pollen.it.fuzz;
import java.nio.file.*;
import java.util.*;
class FuzzMain {
  static long cpu() { return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime(); }
  public static void main(String[] a) throws Exception {
    long seed = Long.parseLong(a[0]); int n = Integer.parseInt(a[1]); int size=Integer.getInteger("batch",100);
    Path dir = Path.of(a[2]);
    boolean patterns = Runtime.version().feature() >= 21;
    Support support = new Support(dir.resolve("support"));
    Coverage cov = new Coverage();
    int failed=0; long lines=0;
    for (long s = seed; s < seed + n; s += size) {
      List<FuzzProgram> ps = new ArrayList<>();
      long t0=cpu();
      for (long i = s; i < Math.min(s+size, seed+n); i++) ps.add(ProgramWriter.write("F"+i, Choices.fresh(i), patterns));
      for (var p: ps) lines += p.woven().lines().count();
      long t1=cpu();
      Path d = dir.resolve("b"+s);
      Batch b = Batch.compile(ps, Variant.of(s), support, d);
      long t2=cpu();
      Map<FuzzProgram,String> f = b.run(cov);
      long t3=cpu();
      System.out.printf("batch %d %s gen %d compile %d run %d ms, lines %d, failures %d%n", s, Variant.of(s), (t1-t0)/1000000,(t2-t1)/1000000,(t3-t2)/1000000, lines, f.size());
      for (var e: f.entrySet()) { failed++; System.out.println("FAIL "+e.getKey().name()+": "+e.getValue()); }
    }
    System.out.println("failed "+failed+" of "+n);
    if (Boolean.getBoolean("cov")) for (Form f: Form.values()) System.out.println(f+" "+cov.of(f));
  }
}
