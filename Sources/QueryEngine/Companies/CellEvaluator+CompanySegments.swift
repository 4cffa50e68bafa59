import Catalog

extension CellEvaluator {
  /// The place of each company in one of several, with the segments that it has there.
  ///
  /// What a company doesn't have is no part of it. Where none has any of them, all are missed.
  func companyPlaces(of place: Place) -> [Place] {
    let places = place.companies.compactMap { name in
      let segments = segments(of: name, at: place)
      return segments.isEmpty ? nil : place.with(companies: [name]).with(segments: segments)
    }
    return places.isEmpty ? place.companies.map { place.with(companies: [$0]) } : places
  }

  private func segments(of company: String, at place: Place) -> [String] {
    if let shared = place.segmentsByCompany[company] { return shared }
    guard let lacking = lackingSegments[company] else { return place.segments }
    return place.segments.filter { !lacking.contains($0) }
  }

  /// The place of each segment of each company, at all periods.
  func singlePlaces(of place: Place) -> [Place] {
    let places = place.companies.count < 2 ? [place] : companyPlaces(of: place)
    return places.flatMap { place in place.segments.map { place.with(segments: [$0]) } }
  }

  /// The part of a place of which two values both speak, with its names; nil where they speak for the
  /// same already, or for nothing in common.
  func sharedPlace(
    of place: Place, _ first: Coverage, _ second: Coverage
  ) -> (place: Place, names: [String])? {
    if place.companies.count > 1 { return placeSharedByCompanies(of: place, first, second) }
    guard let shared = first.shared(with: second, in: catalog), !shared.isEmpty,
      shared != place.segments
    else { return nil }
    return (place.with(segments: shared), shared)
  }

  private func placeSharedByCompanies(
    of place: Place, _ first: Coverage, _ second: Coverage
  ) -> (place: Place, names: [String])? {
    guard first != second, first != .everything, second != .everything else { return nil }
    var shared: [String: [String]] = [:]
    for name in place.companies {
      let (own, other) = (first.part(ofCompany: name), second.part(ofCompany: name))
      let segments = own.shared(with: other, in: catalog) ?? own.names
      if !segments.isEmpty { shared[name] = segments }
    }
    let names = place.companies.filter { shared[$0] != nil }
    guard let only = names.first.flatMap({ shared[$0] }) else { return nil }
    var common = place.with(companies: names)
    common.segmentsByCompany = shared
    if names.count == 1 { common = common.with(segments: only) }
    return (
      common, names.flatMap { name in (shared[name] ?? []).map { Coverage.name($0, of: name) } }
    )
  }
}

extension Coverage {
  /// What a segment of one of several companies is called; so it is in brackets behind a metric.
  static func name(_ segment: String, of company: String) -> String { "\(company):\(segment)" }

  /// The same as of one of several companies.
  func ofCompany(_ company: String) -> Coverage {
    guard case .segments(let paths) = self else { return self }
    return .segments(Set(paths.map { Coverage.name($0, of: company) }))
  }

  /// The segments of one company.
  fileprivate func part(ofCompany company: String) -> Coverage {
    let prefix = Coverage.name("", of: company)
    return .segments(
      Set(names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }))
  }
}
