//! Turn restrictions as the extract has them, by ids.

use osmpbf::{RelMemberType, Relation};

/// What one passes between the first and the last way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Via {
    Node(i64),
    Ways(Vec<i64>),
}

/// A turn restriction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Restriction {
    pub from: Vec<i64>,
    pub via: Via,
    pub to: Vec<i64>,
    /// The turn is the only one allowed, rather than forbidden.
    pub only: bool,
}

pub(super) enum Found {
    Nothing,
    /// One that holds at certain hours only.
    Conditional,
    Restriction(Restriction),
}

/// The restriction that a relation lays on the vehicle, whose names go from the most to the least specific.
pub(super) fn read(relation: &Relation<'_>, vehicles: &[String]) -> Found {
    let tags: Vec<(&str, &str)> = relation.tags().collect();
    let get = |key: &str| tags.iter().find(|(k, _)| *k == key).map(|(_, v)| *v);
    if get("type") != Some("restriction") {
        return Found::Nothing;
    }
    let own = vehicles
        .iter()
        .find_map(|v| get(&format!("restriction:{v}")));
    let Some(kind) = own.or_else(|| get("restriction")) else {
        let conditional = tags
            .iter()
            .any(|(k, _)| k.starts_with("restriction") && k.ends_with("conditional"));
        return if conditional {
            Found::Conditional
        } else {
            Found::Nothing
        };
    };
    // Hours in the old manner of tagging.
    if get("day_on").is_some() || get("hour_on").is_some() {
        return Found::Conditional;
    }
    let excepted = |e: &str| vehicles.iter().any(|v| v == e);
    if get("except").is_some_and(|list| list.split([';', ',', ' ']).any(excepted))
        || kind.ends_with("_on_red")
    {
        return Found::Nothing;
    }
    let only = kind.starts_with("only_");
    if !only && !kind.starts_with("no_") {
        return Found::Nothing;
    }
    members(relation, only).map_or(Found::Nothing, Found::Restriction)
}

fn members(relation: &Relation<'_>, only: bool) -> Option<Restriction> {
    let (mut from, mut to, mut ways, mut node) = (Vec::new(), Vec::new(), Vec::new(), None);
    for member in relation.members() {
        match (member.role().ok()?, member.member_type) {
            ("from", RelMemberType::Way) => from.push(member.member_id),
            ("to", RelMemberType::Way) => to.push(member.member_id),
            ("via", RelMemberType::Node) => node = Some(member.member_id),
            ("via", RelMemberType::Way) => ways.push(member.member_id),
            _ => {}
        }
    }
    let via = node.map_or(Via::Ways(ways), Via::Node);
    let complete = !from.is_empty() && !to.is_empty() && via != Via::Ways(Vec::new());
    complete.then_some(Restriction {
        from,
        via,
        to,
        only,
    })
}
