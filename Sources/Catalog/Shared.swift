/// A large value behind one reference: handed on at the cost of a pointer, and copied when one of
/// several holders changes it.
struct Shared<Value: Sendable>: Sendable {
  /// An array of one does all of that, and can be sent.
  private var holder: [Value]

  init(_ value: Value) { holder = [value] }

  var value: Value {
    get { holder[0] }
    // Changed in its place: what it holds would be copied otherwise, time and again.
    _modify { yield &holder[0] }
  }
}
