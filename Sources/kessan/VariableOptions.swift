import ArgumentParser
import Diagnostics
import QueryEngine
import QuerySyntax

/// The variables that a command sets before its statements run.
struct VariableOptions: ParsableArguments {
  @Option(
    name: .customLong("let"),
    help: ArgumentHelp(
      "Set a variable, used as $x in statements, to what could stand behind `let x =`.",
      valueName: "x=value"),
    transform: Setting.init(parsing:))
  var settings: [Setting] = []

  /// A variable and its value, such as `x=2Q04`.
  struct Setting {
    let name: Name
    let value: LetValue

    /// Reads the setting the way in which `let` reads it.
    init(parsing text: String) throws {
      let script = QueryParser.parse(SourceText(name: "--let", "let " + text))
      if let fault = script.diagnostics.first {
        throw ValidationError(([fault.message] + fault.notes).joined(separator: "\n  "))
      }
      guard script.statements.count == 1,
        case .assignment(let name, let value) = script.statements[0].kind
      else { throw ValidationError("a variable is set as in --let x=2Q04") }
      (self.name, self.value) = (name, value)
    }

    /// Sets the variable in a session.
    func apply(to session: Session) throws {
      do throws(Diagnostic) {
        _ = try session.variables.set(name, value)
      } catch {
        throw ValidationError("--let \(name.text) can't be set: \(error.message)")
      }
    }
  }
}
