"""Scripts that use Lockstep from Python."""
