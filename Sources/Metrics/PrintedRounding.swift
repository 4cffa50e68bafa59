/// What an issuer does with the digits behind the last one that it prints.
package enum PrintedRounding: Hashable, Sendable {
  /// It rounds to the nearest, so that a figure stands for half a unit on either side.
  case nearest
  /// It cuts them off, so that a figure stands for up to a whole unit away from zero.
  case truncated
}
