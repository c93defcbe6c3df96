"""Names beside points of a figure."""

from dashboard.charts.labels import Label, beside_points


def test_a_name_stands_above_or_beneath_its_point() -> None:
    labels = beside_points([(100, 100), (300, 100)], ["Malta", "France"], [True, False])
    assert labels == [Label("Malta", "top center"), Label("France", "bottom center")]


def test_names_of_points_that_are_close_take_other_sides() -> None:
    one, other = beside_points([(100, 100), (110, 101)], ["Sweden", "Belgium"], [False, False])
    assert one == Label("Sweden", "bottom center")
    assert other == Label("Belgium", "top right")  # everywhere lower Sweden is in the way


def test_a_name_covers_no_other_point_and_is_left_out_where_there_is_no_room() -> None:
    crowd = [(100.0 + 8 * x, 100.0 + 8 * y) for x in range(5) for y in range(5)]
    names = ["Denmark" if place == 12 else "" for place in range(25)]
    assert {label.text for label in beside_points(crowd, names, [True] * 25)} == {""}
